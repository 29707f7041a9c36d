; Conforming code: who may go there, at which privilege it runs, how it is left, and interrupts through it.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x9F, 0xC	; 38: conforming, ring 0
	descriptor 0, 0xFFFFF, 0xBF, 0xC	; 40: conforming, ring 1
	descriptor 0, 0xFFFFF, 0xFF, 0xC	; 48: conforming, ring 3
	descriptor 0, 0xFFFFF, 0x1F, 0xC	; 50: conforming, not present
	descriptor 0, 0xFFFFF, 0xBB, 0xC	; 58: code of ring 1
	descriptor 0, 0xFFFFF, 0xB3, 0xC	; 60: data of ring 1
	descriptor 0, 0xFFFFF, 0x9E, 0xC	; 68: conforming, ring 0, not accessed yet
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

%macro visit 2				; KIND, SELECTOR
	say "selector "
	mov eax, %2
	call hex8
	%1 " far call"
	call %2:inside
	shl eax, 16
	mov ax, cs
	done
	say "selector "
	mov eax, %2
	call hex8
	%1 " far jump"
	jmp %2:%%there
%%there:
	xor eax, eax
	mov ax, cs
	done
%endmacro

%macro everywhere 1
%assign conforming 0x38
%rep 4
%assign rpl 0
%rep 4
	visit %1, conforming + rpl
%assign rpl rpl + 1
%endrep
%assign conforming conforming + 8
%endrep
%endmacro

main:
	everywhere try
	everywhere user
	call returns
	user "a fault in conforming code"
	jmp 0x38 + 3:.fault
.fault:
	ud2
	done
	user "privileged in conforming code of ring 0"
	jmp 0x38:.privileged
.privileged:
	hlt
	done
	user "an interrupt from conforming code"
	jmp 0x38:.interrupt
.interrupt:
	xor eax, eax
	mov ax, cs
	done

	; A gate to conforming code keeps the ring and the stack.
	mov word [idt + 0x50 * 8 + 2], 0x38
	mov byte [idt + 0x50 * 8 + 5], 0xEE
	point idt + 0x50 * 8, handler
	try "an interrupt to conforming code"
	int 0x50
	done
	user "the same in ring 3"
	int 0x50
	done
	mov word [idt + 0x50 * 8 + 2], 0x48
	try "an interrupt to conforming code of ring 3"
	int 0x50
	done
	user "the same in ring 3"
	int 0x50
	done
	mov word [idt + 0x50 * 8 + 2], 0x50
	user "an interrupt to conforming code that is not present"
	int 0x50
	done

	try "from ring 1"
	push dword 0x60 + 1
	push dword ring1_stack
	push dword 2
	push dword 0x58 + 1
	push dword .ring1
	iret
.ring1:
	call 0x38:inside
	shl eax, 16
	mov ax, cs
	done
	try "from ring 1 to conforming code of ring 3"
	push dword 0x60 + 1
	push dword ring1_stack
	push dword 2
	push dword 0x58 + 1
	push dword .up
	iret
.up:
	call 0x48:inside
	done
	call data
	ret

inside:
	xor eax, eax
	mov ax, cs
	retf

handler:
	mov eax, user_stack_top
	sub eax, esp
	cmp eax, 0x1000
	jb .shown
	mov eax, stack_top
	sub eax, esp
.shown:
	shl eax, 16
	mov ax, cs
	iret

; IRET to each of them, with each RPL.
%macro go_back 3			; KIND, SELECTOR, SS
	say "selector "
	mov eax, %2
	call hex8
	%1 " iret"
	mov ebx, esp
	push dword %3
	push ebx
	push dword 2
	push dword %2
	push dword %%there
	iret
%%there:
	xor eax, eax
	mov ax, cs
	done
%endmacro

returns:
%assign selector 0x38
%rep 4
	go_back try, selector + 0, KERNEL_DATA
	go_back try, selector + 1, 0x60 + 1
	go_back try, selector + 3, USER_DATA
	go_back user, selector + 3, USER_DATA
	go_back user, selector + 0, USER_DATA
%assign selector selector + 8
%endrep
	ret

; As data, and what the questions about segments answer.
data:
	user "a data segment of conforming code, RPL 3"
	mov ax, 0x38 + 3
	mov fs, ax
	mov eax, [fs:inside]
	done
	user "stack segment of conforming code"
	mov ax, 0x48 + 3
	mov ss, ax
	done
	user "lar verr verw"
	xor eax, eax
	mov ecx, 0x38 + 3
	verr cx
	setz al
	verw cx
	setz ah
	lar edx, ecx
	and edx, 0xFF00
	shl edx, 8
	or eax, edx
	done
	user "accessed by a jump"
	jmp 0x68:.there
.there:
	int DONE
	done
	say "access byte "
	mov al, [gdt + 0x68 + 5]
	call hex8
	call line
	ret

ring1_stack	equ SPACE + 0x1000
