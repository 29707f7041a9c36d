; Segment registers: what may be loaded in which ring, what is asked of a selector, what far transfers and IRET refuse.

%macro descriptors 0
	descriptor 0, 0xFFFFF, 0x13, 0xC	; 38: data, not present
	descriptor 0, 0xFFFFF, 0x91, 0xC	; 40: data, read-only
	descriptor 0, 0xFFFFF, 0x99, 0xC	; 48: code, execute-only
	descriptor 0, 0xFFFFF, 0x9F, 0xC	; 50: code, conforming, ring 0
	descriptor 0, 0xFFFFF, 0xB3, 0xC	; 58: data of ring 1
	descriptor 0, 0xFFFFF, 0xFF, 0xC	; 60: code, conforming, ring 3
	descriptor 0x1000, 0x00FFF, 0x97, 0x4	; 68: data, expand-down
	descriptor 0, 0xFFFFF, 0x1B, 0xC	; 70: code, not present
	descriptor 0, 0xFFFFF, 0xFA, 0xC	; 78: code of ring 3, not accessed
	descriptor 0, 0xFFFFF, 0xF2, 0xC	; 80: data of ring 3, not accessed
	descriptor 0, 0xFFFFF, 0x73, 0xC	; 88: data of ring 3, not present
	descriptor 0, 0x12345, 0x92, 0x4	; 90: data, byte granular, not accessed
	gate KERNEL_CODE, 2, 0xEC		; 98: call gate
	gate KERNEL_CODE, 0, 0xE5		; A0: task gate
	descriptor 0, 0x67, 0x81, 0		; A8: 16-bit TSS
	descriptor 0, 0x67, 0x8B, 0		; B0: busy TSS
	descriptor 0, 0xFF, 0x02, 0		; B8: LDT, not present
	descriptor 0, 0x67, 0x09, 0		; C0: TSS, not present
LAST	equ 0xC8
%endmacro
%macro local_descriptors 0
	descriptor 0, 0xFFFFF, 0xF3, 0xC
	descriptor 0, 0xFFFFF, 0x93, 0xC
%endmacro

%include "ring0.inc"

; All selectors, one after the other, in a loop that uses EBX.
%macro each_selector 1
	xor ebx, ebx
%%next:
	mov [selector], ebx
	%1
	mov ebx, [selector]
	add ebx, 4
	cmp ebx, LAST + 8
	jbe %%next
%endmacro

; Through the register only: the segment loaded may not reach the memory that the kernel uses.
%macro load_in_ring_0 2
%defstr %%name %1
	call show_selector
	try %%name
	mov ebx, [selector]
	or bl, %2
	mov ecx, KERNEL_DATA
	mov %1, bx
	mov eax, %1
	mov %1, cx
	done
%endmacro

%macro load_in_ring_3 2
%defstr %%name %1
	call show_selector
	user %%name
	mov ebx, [selector]
	or bl, %2
	mov ecx, USER_DATA
	mov %1, bx
	mov eax, %1
	mov %1, cx
	done
%endmacro

%macro ask 1
	call show_selector
	%1 "lar lsl verr verw"
	mov ebx, [selector]
	mov eax, 0x77777777
	lar eax, ebx
	lahf
	push eax
	and dword [esp], 0x4000
	lar eax, ebx
	and eax, 0xF0FF00
	or [esp], eax
	mov eax, 0x11
	lsl eax, ebx
	rol eax, 1
	xor [esp], eax
	verr bx
	setz al
	verw bx
	setz ah
	and eax, 0x101
	xor [esp], eax
	pop eax
	done
%endmacro

main:
	each_selector { load_in_ring_0 ds, 0 }
	each_selector { load_in_ring_0 es, 3 }
	each_selector { load_in_ring_0 ss, 0 }
	each_selector { load_in_ring_0 ss, 3 }
	each_selector { load_in_ring_3 ds, 0 }
	each_selector { load_in_ring_3 gs, 3 }
	each_selector { load_in_ring_3 ss, 3 }
	each_selector { load_in_ring_3 ss, 0 }
	each_selector { ask try }
	each_selector { ask user }
	call transfers
	call returns
	call tables
	ret

show_selector:
	push eax
	mov eax, [selector]
	call hex16
	mov al, ' '
	out 0xE9, al
	pop eax
	ret

%macro far_jump 1
	call show_selector
	%1 "far jump"
	mov ax, [selector]
	mov [pointer + 4], ax
	mov dword [pointer], %%there
	jmp far [pointer]
%%there:
	xor eax, eax
	mov ax, cs
	done
%endmacro

%macro far_call 1
	call show_selector
	%1 "far call"
	mov ax, [selector]
	or al, 3
	mov [pointer + 4], ax
	mov dword [pointer], %%there
	call far [pointer]
%%there:
	xor eax, eax
	mov ax, cs
	done
%endmacro

; The call gate at 98 is left to another kernel: TSS and task gates to none, since this machine does not switch tasks.
transfers:
	mov dword [selector], 0
.next:
	far_jump try
	far_jump user
	far_call try
	far_call user
	add dword [selector], 8
	cmp dword [selector], 0x28
	jne .not_tss
	mov dword [selector], 0x30
.not_tss:
	cmp dword [selector], 0x90
	jbe .next
	ret

%macro return_to 2
	call show_selector
	%1 "iret with rpl %2"
	mov ebx, esp
	push dword USER_DATA
	push ebx
	push dword [user_flags]
	mov eax, [selector]
	or al, %2
	push eax
	push dword %%there
	iret
%%there:
	xor eax, eax
	mov ax, cs
	done
	call show_selector
	%1 "retf with rpl %2"
	mov ebx, esp
	push dword USER_DATA
	push ebx
	mov eax, [selector]
	or al, %2
	push eax
	push dword %%here
	retf
%%here:
	xor eax, eax
	mov ax, cs
	done
%endmacro

returns:
	mov dword [selector], 0
.next:
	return_to try, 0
	return_to try, 3
	return_to user, 3
	return_to user, 0
	add dword [selector], 8
	cmp dword [selector], 0xB0
	jbe .next
	try "the stack of a return must fit the ring"
	push dword KERNEL_DATA
	push dword user_stack_top
	push dword 2
	push dword USER_CODE
	push dword $
	iret
	done
	try "null is no stack of ring 3"
	push dword 0
	push dword user_stack_top
	push dword USER_CODE
	push dword $
	retf
	done
	try "a return to ring 3 empties data segments of ring 0"
	mov ax, 0x50
	mov fs, ax
	mov ax, USER_DATA
	mov es, ax
	mov ax, 0x58
	mov gs, ax
	push dword USER_DATA
	push dword user_stack_top
	push dword USER_CODE
	push dword .outside
	retf
.outside:
	mov ax, ds
	shl eax, 8
	mov ax, es
	shl eax, 8
	mov bx, fs
	or al, bl
	mov bx, gs
	add ah, bl
	done
	ret

tables:
	mov dword [selector], 0
.next_local:
	call show_selector
	try "lldt"
	mov ax, [selector]
	lldt ax
	xor eax, eax
	sldt ax
	done
	add dword [selector], 4
	cmp dword [selector], LAST + 8
	jbe .next_local
	mov ax, LOCAL
	lldt ax
	mov dword [selector], 4
.next_task:
	call show_selector
	try "ltr"
	mov ax, [selector]
	ltr ax
	xor eax, eax
	str ax
	done
	add dword [selector], 4
	cmp dword [selector], LAST
	jbe .next_task
	and byte [gdt + TASK + 5], ~2
	mov ax, TASK
	ltr ax
	say "accessed:"
	xor ebx, ebx
.accessed:
	mov al, ' '
	out 0xE9, al
	mov al, [gdt + ebx + 5]
	call hex8
	add ebx, 8
	cmp ebx, LAST
	jb .accessed
	call line
	try "arpl raises"
	mov ax, 0x10
	mov bx, 0x1B
	arpl ax, bx
	setz bl
	movzx eax, ax
	shl eax, 8
	mov al, bl
	done
	try "sgdt and sidt"
	sgdt [pointer]
	movzx eax, word [pointer]
	sidt [pointer]
	shl eax, 16
	mov ax, [pointer]
	done
	ret

selector:	dd 0
pointer:	dd 0, 0
