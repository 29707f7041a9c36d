; Code that changes itself: the next instruction, one further on, through another mapping, across pages, by a string copy.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
TABLE		equ SPACE + 0x1000
LOW_TABLE	equ SPACE + 0x2000
CODE		equ SPACE + 0x3000	; two frames for code, seen again at AREA
AREA		equ 0x00400000

main:
	try "the next instruction"
	mov byte [.next + 1], 0x42
.next:
	mov al, 0
	movzx eax, al
	done

	try "one further on in the same block, many times"
	xor eax, eax
	mov ecx, 100
.again:
	inc dword [.further + 1]
	nop
	nop
.further:
	add eax, strict dword 0
	loop .again
	done

	try "the instruction itself"
	mov ecx, 3
	xor eax, eax
.itself:
	inc eax
	mov byte [.itself], 0x90	; INC EAX becomes NOP
	loop .itself
	done

	try "a branch turns round"
	xor eax, eax
.turn:
	inc eax
	xor byte [.jump], 1		; JE becomes JNE and back
	cmp eax, 5
.jump:
	je .over
	jmp .out
.over:
	add eax, 0x100
	cmp eax, 0x1000
	jb .turn
.out:
	done

	try "data beside code"
	mov ecx, 1000
	xor eax, eax
.count:
	inc dword [.counter]
	add eax, [.counter]
	loop .count
	jmp .counted
.counter:
	dd 0
.counted:
	done

	try "code copied over code"
	mov ebx, 2
	xor edx, edx
.copy:
	mov esi, .source
	mov edi, .target
	mov ecx, .source_end - .source
	rep movsb
.target:
	times .source_end - .source nop
	dec ebx
	jnz .copy
	mov eax, edx
	jmp .copied
.source:
	add edx, 0x111
	inc byte [.source + 2]
.source_end:
.copied:
	done

	; The same frames at two linear addresses.
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov dword [TABLE], CODE + 7
	mov dword [TABLE + 4], CODE + 0x1000 + 7
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax

	try "written through another mapping"
	mov dword [CODE], 0x000001B8	; mov eax, 1
	mov dword [CODE + 4], 0xC300
	xor ebx, ebx
	mov ecx, 10
.alias:
	mov eax, AREA
	call eax
	add ebx, eax
	add byte [CODE + 1], 3
	loop .alias
	mov eax, ebx
	done

	try "an instruction across two pages"
	mov byte [CODE + 0xFFE], 0xB8	; mov eax, 0x00000001; ret
	mov dword [CODE + 0xFFF], 1
	mov byte [CODE + 0x1003], 0xC3
	xor ebx, ebx
	mov ecx, 10
.across:
	mov eax, AREA + 0xFFE
	call eax
	add ebx, eax
	inc byte [CODE + 0x1001]	; in the second page
	inc byte [CODE + 0xFFF]		; in the first
	loop .across
	mov eax, ebx
	done

	try "its second page becomes another"
	mov edi, CODE + 0x2000
	mov dword [edi], 0x55555555
	mov byte [edi + 3], 0xC3
	mov dword [TABLE + 4], CODE + 0x2000 + 7
	invlpg [AREA + 0x1000]
	mov eax, AREA + 0xFFE
	call eax
	done

	try "a stack in the code"
	mov ebx, esp
	mov esp, .room_end
	mov ecx, 20
.push:
	push dword 0x90909090
	pop eax
	call .called
	loop .push
	mov esp, ebx
	jmp .pushed
	times 32 nop
.room_end:
.called:
	inc eax
	ret
.pushed:
	done
	ret
